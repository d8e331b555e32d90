using Amazon.Batch.Model;

namespace BatchTools.Tests;

public sealed class ParameterReferencesTests
{
    [Theory]
    [InlineData("Ref::a", "a")]
    [InlineData("--in=Ref::in-file --out=Ref::out_1", "in-file,out_1")]
    [InlineData("x:Ref::a", "")]
    [InlineData("MyRef::a", "")]
    [InlineData("Ref::", "")]
    [InlineData("Ref::default", "")]
    public void References_without_a_value_are_found(string argument, string names) =>
        Assert.Equal(names, string.Join(',', Missing(new Amazon.Batch.Model.JobDefinition
        {
            Parameters = new() { ["default"] = "1" },
            ContainerProperties = new ContainerProperties { Command = ["run", argument] },
        })));

    [Fact]
    public void Nodes_and_tasks_are_looked_through_too() => Assert.Equal(["node", "task"], Missing(new Amazon.Batch.Model.JobDefinition
    {
        NodeProperties = new NodeProperties { NodeRangeProperties = [new NodeRangeProperty { Container = new ContainerProperties { Command = ["Ref::node"] } }] },
        EcsProperties = new EcsProperties { TaskProperties = [new EcsTaskProperties { Containers = [new TaskContainerProperties { Command = ["Ref::task", "Ref::node"] }] }] },
    }).Order(StringComparer.Ordinal));

    private static IReadOnlyList<string> Missing(Amazon.Batch.Model.JobDefinition definition) =>
        ParameterReferences.Missing(definition, new SubmitJobRequest());
}
