namespace BatchTools.LocalEngine;

/// <summary>The one key pair that a data folder's engine accepts.</summary>
/// <param name="AccessKeyId">The access key id.</param>
/// <param name="SecretAccessKey">The secret access key; whoever has it can run commands on this machine.</param>
public sealed record EngineCredentials(string AccessKeyId, string SecretAccessKey)
{
    /// <summary>Names the access key only, so that no log shows the secret.</summary>
    public override string ToString() => $"EngineCredentials {AccessKeyId}";
}
