using System.Globalization;
using System.Text;

namespace BatchTools.LocalEngine.Logs;

/// <summary>How much one attempt may still log, and what was left out since.</summary>
/// <param name="limit">What is kept at most, in MiB.</param>
internal sealed class LogAllowance(int limit)
{
    private long _left = limit * 1024L * 1024;
    private long _lines;
    private long _bytes;

    /// <summary>Whether a line may be kept; after the first that may not, none is, so that what is kept has no gaps.</summary>
    public bool Takes(int length)
    {
        if (_lines == 0 && (_left -= length + LogEvent.Overhead) >= 0)
            return true;
        _lines++;
        _bytes += length;
        return false;
    }

    /// <summary>The line that says what was left out; null if nothing was.</summary>
    public byte[]? Note() => _lines == 0 ? null : Encoding.UTF8.GetBytes(string.Create(
        CultureInfo.InvariantCulture, $"[BatchTools] {_lines:N0} more lines ({_bytes:N0} bytes) were not kept: the log of an attempt is limited to {limit:N0} MiB."));
}
