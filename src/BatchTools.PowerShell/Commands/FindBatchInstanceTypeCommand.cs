using System.Management.Automation;
using Amazon.EC2;
using BatchTools.PowerShell.Binding;
using BatchTools.PowerShell.Pipeline;

namespace BatchTools.PowerShell.Commands;

/// <summary>Finds EC2 instance types by what they have, with their prices on demand and on Spot, the cheapest for a vCPU first.</summary>
/// <remarks>
/// <para>
/// Ranges are written as 4 (just that), 4.. (that and more), ..16 (that and less) and 4..16; both ends belong to them. Prices are US
/// dollars an hour for Linux on shared hardware: on demand from AWS's price list, on Spot as they are now in the cheapest Availability
/// Zone. What was looked up is kept for ten minutes. The local engine tells a table of common types, with prices for planning.
/// </para>
/// <para>
/// Piped to New-BatchComputeEnvironment, all types go into one environment; AWS Batch takes Arm types and others only apart.
/// Burstable types (t3, t4g) are left out, as AWS Batch takes none.
/// </para>
/// </remarks>
/// <example>
/// <code>Find-BatchInstanceType -VCpu 4..8 -Memory 16GB.. -Architecture arm64</code>
/// <para>Lists Graviton types with four to eight vCPUs and at least 16 GiB.</para>
/// </example>
/// <example>
/// <code>Find-BatchInstanceType -Gpu 1.. -Spot | Select-Object -First 5</code>
/// <para>Lists the five types with GPUs whose vCPUs are cheapest on Spot.</para>
/// </example>
/// <example>
/// <code>Find-BatchInstanceType c7g, m7g -VCpu 8.. | New-BatchComputeEnvironment graviton -Spot -MaxVcpu 64 -WhatIf</code>
/// <para>Tells which environment would be made of the bigger types of two families.</para>
/// </example>
/// <seealso cref="NewBatchComputeEnvironmentCommand"/>
[Cmdlet(VerbsCommon.Find, "BatchInstanceType")]
[OutputType(typeof(InstanceOffer))]
public sealed class FindBatchInstanceTypeCommand : ConnectedCmdlet<InstanceFilter, InstanceOffer>
{
    /// <summary>Types, families or patterns: c7g.large, c7g, c7g.*. Default: all of them.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("InstanceType")]
    [SupportsWildcards]
    public string[] Name { get; set; } = [];

    /// <summary>The vCPUs, as a range: 4, 4.., ..16, 4..16.</summary>
    [Parameter]
    [RangeTransformation]
    public NumberRange? VCpu { get; set; }

    /// <summary>The memory, as a range of sizes: 16GB.., ..64GB, 8GB..32GB; a number without a unit is MiB.</summary>
    [Parameter]
    [RangeTransformation(true)]
    public NumberRange? Memory { get; set; }

    /// <summary>The GPUs, as a range; 0 for types without any.</summary>
    [Parameter]
    [RangeTransformation]
    public NumberRange? Gpu { get; set; }

    /// <summary>The processor architecture, such as x86_64 or arm64.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ConstantCompleter<ArchitectureType>))]
    public string? Architecture { get; set; }

    /// <summary>Only types that are on Spot, the cheapest on Spot first.</summary>
    [Parameter]
    public SwitchParameter Spot { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord() => PostToTarget(
        new() { Names = Name, Vcpu = VCpu, Memory = Memory, Gpu = Gpu, Architecture = Architecture, IsSpot = Spot });

    private protected override IAsyncEnumerable<InstanceOffer> RunAsync(
        BatchConnection connection, IAsyncEnumerable<InstanceFilter> input, IReporter reporter, CancellationToken cancellationToken) =>
        input.SelectManyAsync(new InstanceTypes(connection, reporter).FindAsync, cancellationToken);
}
