using System.Collections;
using System.Management.Automation;
using BatchTools.PowerShell.Binding;
using BatchTools.PowerShell.Pipeline;

namespace BatchTools.PowerShell.Commands;

/// <summary>Composes a parameter sweep: every combination of the values of some axes, one point each.</summary>
/// <remarks>
/// <para>
/// A point carries its parameters and the name of its job. Submit-BatchJob makes a job of each point: the values reach the job as
/// parameters, for <c>Ref::name</c> in the command of its definition, and as environment variables of the same names.
/// </para>
/// <para>
/// The first axis is the outermost: its value changes last. <c>[ordered]@{ }</c> keeps the order in which it is written; a plain
/// <c>@{ }</c> has none, so its axes come in the order in which the template of the job name uses them, then by name.
/// </para>
/// <para>Points are made one at a time, when they are asked for; a sweep of a million points costs no memory.</para>
/// </remarks>
/// <example>
/// <code>New-BatchSweep @{ temperature = 250, 300, 350; pressure = 1.0, 1.5 } -JobName 'sim-T{temperature}-P{pressure}'</code>
/// <para>Six points: sim-T250-P1, sim-T250-P1_5, sim-T300-P1 and so on. What a job name can not hold becomes an underscore.</para>
/// </example>
/// <example>
/// <code>
/// New-BatchSweep ([ordered]@{ model = 'small', 'large'; seed = 1..5 }) -Fixed @{ epochs = 10 } -JobName 'train-{model}-{seed:00}' |
///     Submit-BatchJob -JobQueue local -JobDefinition training -WhatIf
/// </code>
/// <para>Ten points that all have the parameter epochs = 10, and what would be submitted.</para>
/// </example>
/// <seealso cref="SubmitBatchJobCommand"/>
[Cmdlet(VerbsCommon.New, "BatchSweep")]
[OutputType(typeof(SweepPoint))]
public sealed class NewBatchSweepCommand : BatchCmdlet
{
    /// <summary>The axes: names of parameters, and the values that each takes. A single value is an axis of one.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    public IDictionary Axis { get; set; } = null!;

    /// <summary>
    /// How the jobs are named: <c>{name}</c> stands for a parameter's value, <c>{name:format}</c> for the value in a .NET format,
    /// <c>{#}</c> for the number of the point from 0. Names are made valid and unique. Default: job-{#} and the axes.
    /// </summary>
    [Parameter(Position = 1)]
    [ValidateNotNullOrEmpty]
    public string? JobName { get; set; }

    /// <summary>Parameters that have the same value at every point.</summary>
    [Parameter]
    public IDictionary? Fixed { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        IEnumerable<SweepPoint> points;
        try
        {
            points = Sweep.Expand(SweepAxes.Define(Axis, Fixed, JobName));
        }
        catch (BatchException error)
        {
            Fail(error);
            return;
        }

        foreach (var point in points)
        {
            if (Stopping)
                return;
            WriteObject(point);
        }
    }
}
