using System.Collections;
using System.Management.Automation;
using BatchTools.PowerShell.Binding;
using BatchTools.PowerShell.Pipeline;

namespace BatchTools.PowerShell.Commands;

/// <summary>Composes a parameter sweep: combinations of values, rows of a table, files; a point each.</summary>
/// <remarks>
/// <para>
/// A point carries its parameters and the name of its job. Submit-BatchJob makes a job of each point: the values reach the job as
/// parameters, for <c>Ref::name</c> in the command of its definition, and as environment variables of the same names.
/// </para>
/// <para>
/// Axes are combined each value with each, or with -Zip side by side. The first axis is the outermost: its value changes last.
/// <c>[ordered]@{ }</c> keeps the order in which it is written; a plain <c>@{ }</c> has none, so its axes come in the order in which
/// the template of the job name uses them, then by name. The values are a list, or a text such as <c>'0..1 by 0.05'</c>: whole and
/// decimal numbers that are exactly what they say.
/// </para>
/// <para>
/// Piped objects are points with their properties as parameters, hashtables with their entries; a file has the parameters file (its
/// full path), fileName and baseName; a text or a number is the parameter value. -Path reads points from a table or a JSON list.
/// Axes that are given besides combine with each of these points.
/// </para>
/// <para>
/// Points are made one at a time, when they are asked for; a sweep of a million points costs no memory. The number of a point is its
/// place in the whole sweep, whatever -Exclude and -Sample leave of it.
/// </para>
/// </remarks>
/// <example>
/// <code>New-BatchSweep @{ temperature = '250..350 by 50'; pressure = 1.0, 1.5 } -JobName 'sim-T{temperature}-P{pressure}'</code>
/// <para>Six points: sim-T250-P1, sim-T250-P1_5, sim-T300-P1 and so on. What a job name can not hold becomes an underscore.</para>
/// </example>
/// <example>
/// <code>
/// New-BatchSweep ([ordered]@{ model = 'small', 'large'; seed = 1..5 }) -Parameter @{ epochs = 10 } -JobName 'train-{model}-{seed:00}' -Exclude { $_.model -eq 'large' -and $_.seed -gt 2 }
/// </code>
/// <para>Seven points that all have the parameter epochs = 10: the large model has two seeds only.</para>
/// </example>
/// <example>
/// <code>New-BatchSweep @{ n = '1..1000000' } -Sample 100 -Seed 42 -JobName 'draw-{n}'</code>
/// <para>A hundred points out of a million, the same ones each time.</para>
/// </example>
/// <example>
/// <code>Get-ChildItem $PSHOME -Filter *.json | New-BatchSweep -JobName 'convert-{baseName}' -Chunk 10</code>
/// <para>A point for each file, and ten of them to a job.</para>
/// </example>
/// <seealso cref="SubmitBatchJobCommand"/>
[Cmdlet(VerbsCommon.New, "BatchSweep", DefaultParameterSetName = AxisSet)]
[OutputType(typeof(SweepPoint), typeof(SweepChunk))]
public sealed class NewBatchSweepCommand : BatchCmdlet, IDisposable
{
    private const string AxisSet = "Axis";
    private const string InputObjectSet = "InputObject";
    private const string PathSet = "Path";

    private readonly CancellationTokenSource _stop = new();
    private PointSelection _selection = null!;
    private RowSweep? _rows;

    /// <summary>
    /// The axes: names of parameters, and the values that each takes: a list, a text such as <c>'250..400 by 25'</c>, or a single
    /// value, which is an axis of one. A text that begins with a number and .. is always a range; <c>../data</c> is a text.
    /// </summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = AxisSet)]
    [Parameter(Position = 0, ParameterSetName = InputObjectSet)]
    [Parameter(Position = 0, ParameterSetName = PathSet)]
    public IDictionary? Axis { get; set; }

    /// <summary>
    /// How the jobs are named: <c>{name}</c> stands for a parameter's value, <c>{name:format}</c> for the value in a .NET format,
    /// <c>{#}</c> for the number of the point from 0. Names are made valid and unique. Default: job-{#}.
    /// </summary>
    [Parameter(Position = 1)]
    [ValidateNotNullOrEmpty]
    public string? JobName { get; set; }

    /// <summary>Points as objects: their properties, or the entries of a hashtable, are the parameters. Files are points too.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = InputObjectSet)]
    public PSObject InputObject { get; set; } = null!;

    /// <summary>
    /// Files of points: .csv or .tsv with a line of names, or .json with a list of objects. Values are taken as they are written.
    /// </summary>
    [Parameter(Mandatory = true, ParameterSetName = PathSet)]
    [SupportsWildcards]
    public string[] Path { get; set; } = [];

    /// <summary>Puts the axes side by side, first value with first value, instead of combining each with each.</summary>
    [Parameter(ParameterSetName = AxisSet)]
    public SwitchParameter Zip { get; set; }

    /// <summary>Parameters that have the same value at every point.</summary>
    [Parameter]
    [Alias("Fixed")]
    public IDictionary? Parameter { get; set; }

    /// <summary>Leaves out each point for which the script gives true. <c>$_</c> holds the parameters of the point by name.</summary>
    [Parameter]
    public ScriptBlock? Exclude { get; set; }

    /// <summary>Draws that many of the points at random, each as likely as any other, none twice.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int? Sample { get; set; }

    /// <summary>Decides which points -Sample draws: the same number draws the same points. Default: others each time; -Verbose tells the number.</summary>
    [Parameter]
    public int? Seed { get; set; }

    /// <summary>
    /// Packs that many points into one job, which computes them one after the other: for work that is short beside the start of a
    /// job. The last job may have fewer.
    /// </summary>
    [Parameter]
    [ValidateRange(2, 10000)]
    public int? Chunk { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        if (Sample is null && Seed is not null)
            Fail(BatchException.For(nameof(Messages.SweepSeedAlone), ErrorKind.InvalidInput, Seed));
        if (Sample is not null && Seed is null)
            WriteVerbose($"-Seed {Seed = Random.Shared.Next()} draws the same points again.");
        _selection = new PointSelection(Exclude is null ? null : IsExcluded, Sample, Seed ?? 0, Chunk, _stop.Token);
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (ParameterSetName == AxisSet)
            WriteAll(Try(() => _selection.Of(SweepAxes.Define(Axis, Parameter, JobName, Zip))));
        else if (ParameterSetName == PathSet)
            WriteRows(Path.SelectMany(Files).SelectMany(RowsOf));
        else if (InputObject.BaseObject is SweepPoint point)
            WriteAll(_selection.Add(point));
        else
            WriteRows([PointRow.Of(InputObject)]);
    }

    /// <inheritdoc/>
    protected override void EndProcessing() => WriteAll(_selection.Complete());

    /// <inheritdoc/>
    protected override void StopProcessing() => _stop.Cancel();

    /// <summary>Releases what the command holds.</summary>
    public void Dispose() => _stop.Dispose();

    private void WriteRows(IEnumerable<IReadOnlyList<KeyValuePair<string, object>>> rows)
    {
        _rows ??= new RowSweep(SweepAxes.Define(Axis, Parameter, JobName, zip: false));
        WriteAll(Try(() => rows.SelectMany(_rows.Expand).SelectMany(_selection.Add)));
    }

    private IEnumerable<IReadOnlyList<KeyValuePair<string, object>>> RowsOf(string path)
    {
        var count = 0;
        foreach (var row in PointFile.Read(path))
        {
            count++;
            yield return row;
        }

        if (count == 0)
            WriteWarning($"The file '{path}' holds no points.");
    }

    // What is wrong with a piped object is its error alone, and the next has its turn; what is wrong with the sweep ends the command.
    private IEnumerable<object> Try(Func<IEnumerable<object>> make)
    {
        IEnumerator<object>? items = null;
        while (true)
        {
            try
            {
                items ??= make().GetEnumerator();
                if (!items.MoveNext())
                    yield break;
            }
            catch (BatchException error) when (ParameterSetName == InputObjectSet)
            {
                WriteError(ErrorRecords.From(error));
                yield break;
            }
            catch (OperationCanceledException) when (_stop.IsCancellationRequested)
            {
                throw new PipelineStoppedException();
            }
            catch (BatchException error)
            {
                Fail(error);
            }

            yield return items!.Current;
        }
    }

    private void WriteAll(IEnumerable<object> items)
    {
        foreach (var item in items)
        {
            if (Stopping)
                return;
            WriteObject(item);
        }
    }

    private bool IsExcluded(SweepPoint point)
    {
        try
        {
            return LanguagePrimitives.IsTrue(Exclude!.InvokeWithContext(null, [new PSVariable("_", point.Parameters)]));
        }
        catch (RuntimeException error) when (error is not PipelineStoppedException)
        {
            throw BatchException.From(error, nameof(Messages.SweepExcludeFailed), ErrorKind.InvalidInput, point, point.JobName, OneLine.Of(error));
        }
    }
}
