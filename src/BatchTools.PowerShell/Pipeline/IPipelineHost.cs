namespace BatchTools.PowerShell.Pipeline;

/// <summary>What the pump may say to PowerShell. Every member is called on the pipeline thread, and only while it pumps.</summary>
internal interface IPipelineHost
{
    /// <summary>
    /// Whether the pipeline is being stopped. Looked at, as it is not always told: once a <c>Select-Object -First</c> has had enough,
    /// PowerShell 7 calls no command's <c>StopProcessing</c> any more (<c>PipelineProcessor.Stop</c>).
    /// </summary>
    bool IsStopping { get; }

    /// <summary>Hands one result, or each of an <see cref="OutputBatch"/>, down the pipeline; returns when everything downstream has seen it.</summary>
    void WriteObject(object? value);

    /// <summary>Writes the error of one item.</summary>
    void WriteError(BatchException error);

    /// <summary>Writes a warning.</summary>
    void WriteWarning(string message);

    /// <summary>Shows a line on the host, as <c>Write-Host</c> does: unless <c>-InformationAction</c> or <c>6></c> asks otherwise.</summary>
    void WriteNote(string message);

    /// <summary>Writes a line for <c>-Verbose</c>.</summary>
    void WriteVerbose(string message);

    /// <summary>Shows how far an activity is.</summary>
    void WriteProgress(ProgressUpdate update);
}
