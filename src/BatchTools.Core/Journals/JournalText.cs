using Microsoft.Win32.SafeHandles;

namespace BatchTools.Journals;

/// <summary>Cuts a file into its lines.</summary>
internal static class JournalText
{
    private const int BlockSize = 64 * 1024;

    /// <summary>Gives each whole line from an offset on.</summary>
    /// <param name="file">The file.</param>
    /// <param name="offset">Where the first line begins.</param>
    /// <param name="take">Takes the line; its memory is used anew afterwards.</param>
    /// <returns>Where the last whole line ends.</returns>
    public static long Read(SafeFileHandle file, long offset, Action<ReadOnlyMemory<byte>> take)
    {
        var block = new byte[BlockSize];
        var kept = 0;
        int count;
        while ((count = RandomAccess.Read(file, block.AsSpan(kept), offset + kept)) > 0)
        {
            var whole = TakeLines(block.AsMemory(0, kept + count), take);
            offset += whole;
            kept = kept + count - whole;
            block.AsSpan(whole, kept).CopyTo(block);
            if (kept == block.Length)
                Array.Resize(ref block, block.Length * 2);
        }

        return offset;
    }

    private static int TakeLines(ReadOnlyMemory<byte> text, Action<ReadOnlyMemory<byte>> take)
    {
        var taken = 0;
        int end;
        while ((end = text.Span[taken..].IndexOf((byte)'\n')) >= 0)
        {
            if (end > 0)
                take(text.Slice(taken, end));
            taken += end + 1;
        }

        return taken;
    }
}
