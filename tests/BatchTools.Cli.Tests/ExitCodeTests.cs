namespace BatchTools.Cli.Tests;

public sealed class ExitCodeTests
{
    [Theory]
    [InlineData(ErrorKind.InvalidInput, 2)]
    [InlineData(ErrorKind.NotFound, 2)]
    [InlineData(ErrorKind.Timeout, 3)]
    [InlineData(ErrorKind.NotConnected, 4)]
    [InlineData(ErrorKind.Denied, 4)]
    [InlineData(ErrorKind.Unavailable, 4)]
    [InlineData(ErrorKind.Throttled, 4)]
    [InlineData(ErrorKind.JobFailed, 1)]
    public void Each_class_of_errors_has_its_code(ErrorKind kind, int code) => Assert.Equal(code, ExitCode.Of(kind));
}
