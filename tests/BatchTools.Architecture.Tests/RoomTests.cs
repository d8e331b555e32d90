namespace BatchTools.Architecture.Tests;

/// <summary>Which room may see which: the rule of docs/architecture.md, read off the built assemblies.</summary>
public sealed class RoomTests
{
    private const string Module = "net8.0";
    private const string Host = "net10.0";

    public static TheoryData<string, string, string?, string[]> Rooms => new()
    {
        { "BatchTools.Loader", Module, null, [] },
        { "BatchTools.Aws", Module, null, [] },
        { "BatchTools.LocalEngine", Module, null, [] },
        { "BatchTools.Core", Module, null, ["BatchTools.Aws"] },
        { "BatchTools.PowerShell", Module, null, ["BatchTools.Core", "BatchTools.LocalEngine", "BatchTools.Aws"] },
        { "BatchTools.Cli", Host, "batchtools", ["BatchTools.Core", "BatchTools.LocalEngine", "BatchTools.Aws"] },
    };

    [Theory]
    [MemberData(nameof(Rooms))]
    public void A_room_refers_to_no_room_but_those_it_may_see(string room, string framework, string? assembly, string[] allowed)
    {
        var ours = Repository.ReferencesOf(room, framework, assembly).Where(name => name.StartsWith("BatchTools.", StringComparison.Ordinal));

        Assert.Empty(ours.Except(allowed));
    }

    [Theory]
    [InlineData("BatchTools.Loader")]
    [InlineData("BatchTools.Aws")]
    [InlineData("BatchTools.LocalEngine")]
    [InlineData("BatchTools.Core")]
    public void Only_the_cmdlets_see_PowerShell(string room) =>
        Assert.DoesNotContain("System.Management.Automation", Repository.ReferencesOf(room, Module));

    [Theory]
    [InlineData("BatchTools.Loader")]
    [InlineData("BatchTools.LocalEngine")]
    public void The_loader_and_the_engine_know_no_AWS_assembly(string room) =>
        Assert.DoesNotContain(Repository.ReferencesOf(room, Module), name => name.StartsWith("AWSSDK", StringComparison.Ordinal));

    [Theory]
    [InlineData("BatchTools.Loader")]
    [InlineData("BatchTools.Aws")]
    [InlineData("BatchTools.LocalEngine")]
    [InlineData("BatchTools.Core")]
    [InlineData("BatchTools.PowerShell")]
    public void Only_the_command_line_writes_to_the_console(string room) =>
        Assert.DoesNotContain("System.Console", Repository.ReferencesOf(room, Module));
}
