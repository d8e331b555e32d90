namespace BatchTools.WorkloadFiles.Terraform;

/// <summary>What stands in a Terraform file as it is, such as a reference to another resource.</summary>
/// <param name="Text">The text.</param>
internal sealed record HclExpression(string Text);
