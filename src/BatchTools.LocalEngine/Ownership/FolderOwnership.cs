using System.Text;

namespace BatchTools.LocalEngine.Ownership;

/// <summary>
/// The exclusive hold on a data folder. The operating system lets go of the lock when the process ends, however it ends,
/// so a stale lock needs no repair.
/// </summary>
internal sealed class FolderOwnership : IDisposable
{
    private readonly DataFolder _folder;
    private readonly FileStream _lock;
    private OwnerRecord _record;

    private FolderOwnership(DataFolder folder, FileStream heldLock, OwnerRecord record)
    {
        _folder = folder;
        _lock = heldLock;
        _record = record;
    }

    /// <summary>Takes the folder.</summary>
    /// <exception cref="LocalEngineException">Another process has it; the message says which.</exception>
    public static FolderOwnership Take(DataFolder folder, string owner)
    {
        folder.Create();
        FileStream heldLock;
        try
        {
            heldLock = new FileStream(folder.LockFile, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (UnauthorizedAccessException e)
        {
            throw new LocalEngineException($"The data folder '{folder.Path}' cannot be written: {e.Message} Give another folder.", e);
        }
        catch (IOException e)
        {
            throw new LocalEngineException(
                $"The data folder '{folder.Path}' is in use by {OwnerRecord.Read(folder)?.ToString() ?? "another process"}. "
                + "Connect to that engine, end it, or give another data folder.", e);
        }

        var record = OwnerRecord.OfThisProcess(owner);
        record.Write(folder);
        return new FolderOwnership(folder, heldLock, record);
    }

    /// <summary>Tells second openers, and the AWS CLI through <c>aws.env</c>, where this engine serves; null ends that.</summary>
    public void Publish(Uri? address, EngineCredentials credentials, string region)
    {
        _record = _record with { Address = address };
        _record.Write(_folder);
        if (address is null)
            File.Delete(_folder.EnvironmentFile);
        else
            DataFolder.WritePrivate(_folder.EnvironmentFile, EnvironmentLines(address, credentials, region));
    }

    /// <summary>Lets go of the folder.</summary>
    public void Dispose()
    {
        File.Delete(_folder.EnvironmentFile);
        File.Delete(_folder.OwnerFile);
        _lock.Dispose();
    }

    private static string EnvironmentLines(Uri address, EngineCredentials credentials, string region) => new StringBuilder()
        .Append("unset AWS_PROFILE AWS_SESSION_TOKEN\n")
        .Append("export AWS_ACCESS_KEY_ID=").Append(credentials.AccessKeyId).Append('\n')
        .Append("export AWS_SECRET_ACCESS_KEY=").Append(credentials.SecretAccessKey).Append('\n')
        .Append("export AWS_REGION=").Append(region).Append('\n')
        .Append("export AWS_DEFAULT_REGION=").Append(region).Append('\n')
        .Append("export AWS_ENDPOINT_URL=").Append(address.ToString().TrimEnd('/')).Append('\n')
        .ToString();
}
