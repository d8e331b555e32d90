namespace BatchTools.LocalEngine.Running;

/// <summary>Takes what an attempt prints, in the order in which it was printed.</summary>
internal interface IOutputSink
{
    /// <summary>Takes bytes; blocks where they come faster than they can be kept.</summary>
    void Write(ReadOnlySpan<byte> bytes);

    /// <summary>Nothing more comes: a last line without its end counts as a line.</summary>
    void Complete();
}
