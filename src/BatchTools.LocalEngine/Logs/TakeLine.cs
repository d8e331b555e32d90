namespace BatchTools.LocalEngine.Logs;

/// <summary>Takes a line of valid UTF-8, never empty.</summary>
internal delegate void TakeLine(ReadOnlySpan<byte> line);
