using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace BatchTools.Journals;

/// <summary>The journals of one place, such as an account in a Region, within a folder that may hold those of others.</summary>
/// <param name="Path">The folder.</param>
/// <param name="Place">What tells the jobs here from those elsewhere.</param>
internal sealed record JournalFolder(string Path, string Place)
{
    private const string Extension = ".jsonl";
    private const int LongestReadablePart = 40;

    /// <summary>How long the journal of a call without a workload is kept after the call was killed; AWS keeps finished jobs for 7 days.</summary>
    private static readonly TimeSpan LongestRest = TimeSpan.FromDays(14);

    /// <summary>The journals that belong to a connection.</summary>
    public static async Task<JournalFolder> OfAsync(BatchConnection connection, CancellationToken cancellationToken) =>
        new(connection.JournalDirectory, await connection.PlaceAsync(cancellationToken));

    /// <summary>The file of a workload: readable as far as a file name can be, and one of its own.</summary>
    public string File(string workload)
    {
        var readable = string.Concat(workload.Take(LongestReadablePart).Select(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' ? letter : '_'));
        var own = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{Place}\n{workload}")).AsSpan(0, 8)).ToLowerInvariant();
        return System.IO.Path.Combine(Path, $"{readable}-{own}{Extension}");
    }

    /// <summary>A name for the set of a call that was given none.</summary>
    public static string NewName(string prefix, TimeProvider timeProvider) => string.Create(
        CultureInfo.InvariantCulture, $"{prefix}-{timeProvider.GetLocalNow():yyyyMMdd-HHmmss}-{Convert.ToHexString(RandomNumberGenerator.GetBytes(3)).ToLowerInvariant()}");

    /// <summary>Whether a name was made up with the prefix.</summary>
    public static bool IsNewName(string prefix, string name) =>
        name.Length == prefix.Length + "-yyyyMMdd-HHmmss-000000".Length && name.StartsWith($"{prefix}-", StringComparison.Ordinal);

    /// <summary>The journals of the place.</summary>
    public IEnumerable<(string File, JournalHeader Header)> List()
    {
        if (!Directory.Exists(Path))
            yield break;
        foreach (var file in Directory.EnumerateFiles(Path, $"*{Extension}").Order(StringComparer.Ordinal))
        {
            if (ReadHeader(file) is { } header && header.Place == Place)
                yield return (file, header);
        }
    }

    /// <summary>Removes the journals of calls without a workload that were killed so long ago that their jobs are gone.</summary>
    public void RemoveOld(TimeProvider timeProvider)
    {
        var now = timeProvider.GetUtcNow().UtcDateTime;
        foreach (var (file, header) in List().Where(one => !one.Header.IsNamed).ToArray())
        {
            if (now - System.IO.File.GetLastWriteTimeUtc(file) > LongestRest)
                System.IO.File.Delete(file);
        }
    }

    /// <summary>Reads a journal without writing to it; null if it does not exist.</summary>
    public static JournalState? Read(string file)
    {
        if (!System.IO.File.Exists(file))
            return null;
        var state = new JournalState(keepsAnswers: true);
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        JournalText.Read(stream.SafeFileHandle, 0, state.Apply);
        return state;
    }

    private static JournalHeader? ReadHeader(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var reader = new StreamReader(stream, Encoding.UTF8);
        using var line = JournalLine.Read(Encoding.UTF8.GetBytes(reader.ReadLine() ?? ""));
        return line is null ? null : JournalLine.ReadHeader(line.RootElement);
    }
}
