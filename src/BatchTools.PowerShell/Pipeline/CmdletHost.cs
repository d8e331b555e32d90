using System.Management.Automation;

namespace BatchTools.PowerShell.Pipeline;

/// <summary>A cmdlet as the pump sees it.</summary>
internal sealed class CmdletHost(Cmdlet cmdlet) : IPipelineHost
{
    private readonly Dictionary<string, int> _activities = [];

    /// <inheritdoc/>
    public bool IsStopping => cmdlet.Stopping;

    /// <inheritdoc/>
    public void WriteObject(object? value)
    {
        if (value is OutputBatch batch)
            cmdlet.WriteObject(batch.Items, enumerateCollection: true);
        else
            cmdlet.WriteObject(value);
    }

    /// <inheritdoc/>
    public void WriteError(BatchException error) => cmdlet.WriteError(ErrorRecords.From(error));

    /// <inheritdoc/>
    public void WriteWarning(string message) => cmdlet.WriteWarning(message);

    /// <inheritdoc/>
    public void WriteNote(string message) => cmdlet.WriteInformation(new HostInformationMessage { Message = message }, ["PSHOST"]);

    /// <inheritdoc/>
    public void WriteVerbose(string message) => cmdlet.WriteVerbose(message);

    /// <inheritdoc/>
    public void WriteProgress(ProgressUpdate update)
    {
        if (!_activities.TryGetValue(update.Activity, out var id))
            _activities[update.Activity] = id = _activities.Count;

        cmdlet.WriteProgress(new ProgressRecord(id, update.Activity, update.Status is { Length: > 0 } status ? status : " ")
        {
            PercentComplete = update.Fraction is { } fraction ? (int)(Math.Clamp(fraction, 0, 1) * 100) : -1,
            SecondsRemaining = update.Remaining is { } remaining ? (int)Math.Clamp(remaining.TotalSeconds, 0, int.MaxValue) : -1,
            RecordType = update.Completed ? ProgressRecordType.Completed : ProgressRecordType.Processing,
        });
    }
}
