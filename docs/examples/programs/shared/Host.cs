namespace ExamplePrograms;

/// <summary>Runs a program's body: bad arguments become one line on the error output and exit code 2.</summary>
internal static class Host
{
    public static int Run(Action<TextWriter> body)
    {
        try
        {
            // A job's log shows the times of its lines, so each leaves the process when it is written.
            body(Console.Out);
            return 0;
        }
        catch (ArgumentException exception)
        {
            Console.Error.WriteLine(exception.Message);
            return 2;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"Cannot write the result: {exception.Message}");
            return 1;
        }
    }
}
