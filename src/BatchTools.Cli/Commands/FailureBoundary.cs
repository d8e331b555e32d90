using BatchTools.Cli.Terminals;
using BatchTools.LocalEngine;

namespace BatchTools.Cli.Commands;

/// <summary>Where a command's errors end: each becomes one line on the error output and an exit code.</summary>
internal static class FailureBoundary
{
    public static async Task<int> RunAsync(Terminal terminal, Func<Task<int>> body, CancellationToken cancellationToken)
    {
        try
        {
            return await body();
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return ExitCode.Interrupted;
        }
        catch (BatchException exception)
        {
            terminal.WriteError(exception);
            return ExitCode.Of(exception);
        }
        catch (LocalEngineException exception)
        {
            terminal.WriteError(exception.Message);
            return ExitCode.Service;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            terminal.WriteError(exception.Message);
            return ExitCode.BadInput;
        }
        catch (Exception exception) when (Environment.GetEnvironmentVariable("BATCHTOOLS_TRACE") is null)
        {
            terminal.WriteError($"fault in batchtools, {exception.GetType().Name}: {exception.Message} Set BATCHTOOLS_TRACE=1 to see where, and report it.");
            return ExitCode.Service;
        }
    }
}
