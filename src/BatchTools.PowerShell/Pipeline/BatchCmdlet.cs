using System.Diagnostics.CodeAnalysis;
using System.Management.Automation;

namespace BatchTools.PowerShell.Pipeline;

/// <summary>What every cmdlet of the module can do.</summary>
public abstract class BatchCmdlet : PSCmdlet
{
    private protected BatchCmdlet()
    {
    }

    /// <summary>The full path of a file that may not exist yet.</summary>
    private protected string FullPath(string path) => GetUnresolvedProviderPathFromPSPath(path);

    /// <summary>Reads files, named with wildcards or without; one that is missing or wrong is an error of its own, and the next has its turn.</summary>
    /// <param name="paths">The files.</param>
    /// <param name="load">Reads one, and tells what is odd in it.</param>
    private protected IEnumerable<T> Read<T>(IEnumerable<string> paths, Func<string, Action<string>, T> load)
    {
        foreach (var file in paths.SelectMany(Files))
        {
            T content;
            try
            {
                content = load(file, WriteWarning);
            }
            catch (BatchException error)
            {
                WriteError(ErrorRecords.From(error));
                continue;
            }

            yield return content;
        }
    }

    /// <summary>Ends the command with an error after which nothing can go on.</summary>
    [DoesNotReturn]
    private protected void Fail(BatchException error)
    {
        ThrowTerminatingError(ErrorRecords.From(error));
        throw error;
    }

    private IEnumerable<string> Files(string path) =>
        WildcardPattern.ContainsWildcardCharacters(path) ? GetResolvedProviderPathFromPSPath(path, out _) : [FullPath(path)];
}
