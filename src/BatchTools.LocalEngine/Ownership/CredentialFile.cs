using System.Security.Cryptography;
using System.Text.Json;

namespace BatchTools.LocalEngine.Ownership;

/// <summary>Keeps the key pair of a data folder.</summary>
internal static class CredentialFile
{
    // Letters and digits only: the AWS tools take a secret with '/' or '+', shells and URLs do not always.
    private const string SecretCharacters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private const string KeyCharacters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>The key pair of a folder; null where it has none yet.</summary>
    public static EngineCredentials? Read(DataFolder folder)
    {
        try
        {
            return JsonSerializer.Deserialize<EngineCredentials>(File.ReadAllText(folder.CredentialFile));
        }
        catch (FileNotFoundException)
        {
            return null;
        }
        catch (DirectoryNotFoundException)
        {
            return null;
        }
        catch (Exception e) when (e is JsonException or UnauthorizedAccessException)
        {
            throw new LocalEngineException(
                $"The credentials in '{folder.CredentialFile}' cannot be read: {e.Message} Remove the file to have new ones made.", e);
        }
    }

    /// <summary>The key pair of a folder, made at the first use.</summary>
    public static EngineCredentials ReadOrMake(DataFolder folder)
    {
        if (Read(folder) is { AccessKeyId.Length: > 0, SecretAccessKey.Length: > 0 } existing)
            return existing;
        var made = new EngineCredentials(
            "AKIALOCAL" + RandomNumberGenerator.GetString(KeyCharacters, 11),
            RandomNumberGenerator.GetString(SecretCharacters, 40));
        DataFolder.WritePrivate(folder.CredentialFile, JsonSerializer.Serialize(made));
        return made;
    }
}
