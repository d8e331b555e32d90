using System.Diagnostics;
using System.Text.Json;

namespace BatchTools.LocalEngine.Ownership;

/// <summary>Who owns a data folder; kept beside the lock so that a second opener can be told.</summary>
internal sealed record OwnerRecord(int ProcessId, DateTime ProcessStart, string Owner, Uri? Address)
{
    /// <summary>The record of this process.</summary>
    public static OwnerRecord OfThisProcess(string owner)
    {
        using var self = Process.GetCurrentProcess();
        return new OwnerRecord(self.Id, self.StartTime.ToUniversalTime(), owner, Address: null);
    }

    /// <summary>The record in a folder; null where there is none or it is not readable.</summary>
    public static OwnerRecord? Read(DataFolder folder)
    {
        try
        {
            return JsonSerializer.Deserialize<OwnerRecord>(File.ReadAllText(folder.OwnerFile));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }

    public void Write(DataFolder folder) => DataFolder.WritePrivate(folder.OwnerFile, JsonSerializer.Serialize(this));

    /// <summary>Whether that very process still runs; a later one with the same id does not count.</summary>
    public bool IsAlive()
    {
        try
        {
            using var process = Process.GetProcessById(ProcessId);
            return (process.StartTime.ToUniversalTime() - ProcessStart).Duration() < TimeSpan.FromSeconds(2);
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    public override string ToString() =>
        $"process {ProcessId} ({Owner})" + (Address is null ? "" : $", which serves it at {Address}");
}
