namespace BatchTools.LocalEngine.Catalog;

/// <summary>A row of the table of Fargate's prices.</summary>
/// <param name="UsageType">What is charged, in AWS's words, such as <c>Fargate-GB-Hours</c>.</param>
/// <param name="Architecture">The processor architecture: x86 or ARM.</param>
/// <param name="System">The operating system: Linux or Windows.</param>
/// <param name="Unit">What an hour is charged of: vCPU or GB.</param>
/// <param name="HourlyPrice">US dollars an hour, in us-east-1.</param>
internal sealed record FargatePrice(string UsageType, string Architecture, string System, string Unit, decimal HourlyPrice);
