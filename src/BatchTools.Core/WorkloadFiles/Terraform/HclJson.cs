namespace BatchTools.WorkloadFiles.Terraform;

/// <summary>A value that a resource takes as JSON text: written as a call of jsonencode.</summary>
/// <param name="Value">The value, as plain data.</param>
internal sealed record HclJson(object? Value);
