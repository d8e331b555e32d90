using BatchTools.Help.Model;
using BatchTools.Help.Reading;

namespace BatchTools.Help.Tests.Reading;

public sealed class CmdletReaderTests
{
    private static readonly CmdletHelp Submit = BuiltModule.Cmdlets.Single(cmdlet => cmdlet.Name == "Submit-BatchJob");

    [Fact]
    public void Every_cmdlet_of_the_module_has_complete_help()
    {
        Assert.True(BuiltModule.Cmdlets.Count >= 17);
        Assert.Empty(BuiltModule.Cmdlets.SelectMany(HelpGaps.Of));
    }

    [Fact]
    public void Parameters_have_their_types_aliases_and_places()
    {
        var queue = Submit.Parameters.Single(parameter => parameter.Name == "JobQueue");

        Assert.Equal("String", queue.TypeName);
        Assert.Contains("Queue", queue.Aliases);
        Assert.True(queue.Place.Mandatory);
        Assert.Equal("True (ByPropertyName)", queue.PipelineInput);
    }

    [Fact]
    public void Nullable_and_inherited_parameters_are_read_like_others()
    {
        Assert.Equal("Int32", Submit.Parameters.Single(parameter => parameter.Name == "Memory").TypeName);
        Assert.NotEmpty(Submit.Parameters.Single(parameter => parameter.Name == "Connection").Description);
    }

    [Fact]
    public void Parameters_that_are_overridden_are_there_once()
    {
        var job = Assert.Single(BuiltModule.Cmdlets.Single(cmdlet => cmdlet.Name == "Save-BatchJobLog").Parameters, parameter => parameter.Name == "Job");

        Assert.Null(job.Place.Position);
        Assert.All(BuiltModule.Cmdlets, cmdlet => Assert.Distinct(cmdlet.Parameters.Select(parameter => parameter.Name)));
    }

    [Fact]
    public void Enums_tell_their_values()
    {
        var status = BuiltModule.Cmdlets.Single(cmdlet => cmdlet.Name == "Get-BatchJob").Parameters.Single(parameter => parameter.Name == "Status");

        Assert.Contains("SUCCEEDED", status.Values);
    }

    [Fact]
    public void The_default_set_comes_first() => Assert.Equal(["Property", "InputObject", "Path"], Submit.ParameterSets);

    [Fact]
    public void ShouldProcess_brings_its_parameters() =>
        Assert.Contains(Submit.Parameters, parameter => parameter is { Name: "WhatIf", IsSwitch: true });

    [Fact]
    public void Related_cmdlets_have_their_names() => Assert.Contains("Wait-BatchJob", Submit.Related);
}
