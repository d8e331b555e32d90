using BatchTools.Cli.Tests.Support;
using BatchTools.LocalEngine;

namespace BatchTools.Cli.Tests.Serving;

public sealed class ServeCommandTests
{
    [Fact]
    public async Task The_first_line_is_the_address_and_the_end_leaves_nothing_behind()
    {
        using var folder = new TemporaryFolder();
        using var server = BatchToolsProcess.Start("serve", "--port", "0", "--data", folder.Data);

        var address = await server.ReadLineAsync();
        var found = LocalEngineLocator.FindServing(folder.Data);
        server.Interrupt();
        var code = await server.EndAsync();

        Assert.Matches(@"^http://127\.0\.0\.1:\d+$", address);
        Assert.Equal(new Uri(address!), found?.Address);
        Assert.Equal(ExitCode.Success, code);
        Assert.Empty(server.Error);
        Assert.Null(LocalEngineLocator.FindServing(folder.Data));
        Assert.False(File.Exists(Path.Combine(folder.Data, "aws.env")));
    }
}
