namespace BatchTools.LocalEngine.Scheduling;

/// <summary>Who an engine is; made with its data folder and kept in it.</summary>
/// <param name="EngineId">Marks the processes of this data folder's jobs.</param>
/// <param name="InstanceId">The EC2 instance that this machine stands for.</param>
/// <param name="HostId">The last part of its container instance's ARN.</param>
internal sealed record EngineIdentity(string EngineId, string InstanceId, string HostId)
{
    public static EngineIdentity Make()
    {
        var random = Guid.NewGuid().ToString("N");
        return new EngineIdentity(Guid.NewGuid().ToString("N"), "i-" + random[..17], Guid.NewGuid().ToString("N"));
    }
}
