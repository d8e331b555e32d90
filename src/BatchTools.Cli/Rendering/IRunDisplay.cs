namespace BatchTools.Cli.Rendering;

/// <summary>Shows how a run goes on while it does. Every member but <see cref="ShowAsync"/> may be called from any thread.</summary>
internal interface IRunDisplay : IReporter
{
    /// <summary>How many errors were reported.</summary>
    IReadOnlyList<BatchException> Errors { get; }

    /// <summary>A job has finished.</summary>
    void Finished(Job job);

    /// <summary>Runs the body and shows its progress until it ends.</summary>
    Task ShowAsync(Func<Task> body);
}
