namespace BatchTools.Cli.Tests;

public sealed class ExitCodeTests
{
    [Theory]
    [InlineData(ErrorKind.InvalidInput, 2)]
    [InlineData(ErrorKind.NotFound, 2)]
    [InlineData(ErrorKind.NotConnected, 4)]
    [InlineData(ErrorKind.Denied, 4)]
    [InlineData(ErrorKind.Unavailable, 4)]
    [InlineData(ErrorKind.Throttled, 4)]
    [InlineData(ErrorKind.JobFailed, 1)]
    public void Each_class_of_errors_has_its_code(ErrorKind kind, int code) =>
        Assert.Equal(code, ExitCode.Of(BatchException.For("InvalidJobId", kind, null, "x")));

    [Theory]
    [InlineData("WaitTimedOut", 3)]
    [InlineData("ServiceTimedOut", 4)]
    public void Only_a_wait_that_ran_out_is_a_time_limit(string errorId, int code) =>
        Assert.Equal(code, ExitCode.Of(BatchException.For(errorId, ErrorKind.Timeout, null, "", "", "", "")));
}
