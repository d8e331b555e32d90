using BatchTools.LocalEngine;

namespace BatchTools.Cli.Running;

/// <summary>Connects to where a command was asked to work.</summary>
internal static class Connector
{
    // Never resolved: an engine in this process takes its requests without a socket.
    private static readonly Uri InProcess = new("http://local.batchtools/");

    public static async Task<BatchConnection> ConnectAsync(Place place, CancellationToken cancellationToken) =>
        place.IsLocal
            ? await ConnectLocallyAsync(place, cancellationToken)
            : BatchConnection.ToAws(new AwsConnectionSettings { ProfileName = place.Profile, Region = place.Region, Endpoint = place.Endpoint });

    /// <summary>Whether the engine runs in this process and its jobs end with it.</summary>
    public static bool IsInProcess(BatchConnection connection) => connection.Endpoint == InProcess;

    /// <summary>Connects to the engine that serves the data folder, else opens the folder in this process.</summary>
    private static async Task<BatchConnection> ConnectLocallyAsync(Place place, CancellationToken cancellationToken)
    {
        if (await LocalEngineLocator.AwaitServingAsync(place.DataDirectory, cancellationToken) is { } serving)
        {
            if (place.EngineOption is { } option)
                throw new LocalEngineException($"{option} says how the local engine is opened, and process {serving.ProcessId} ({serving.Owner}) has it open already. Give the option there, or another folder by --data here.");
            return BatchConnection.ToLocal(new LocalConnectionSettings
            {
                Endpoint = serving.Address,
                AccessKeyId = serving.Credentials.AccessKeyId,
                SecretAccessKey = serving.Credentials.SecretAccessKey,
                DataDirectory = LocalEngineLocator.DataDirectory(place.DataDirectory),
            });
        }
        var engine = await Engine.OpenAsync(place.Engine with { DataDirectory = place.DataDirectory }, cancellationToken);
        if (!place.Engine.HoldsJobs)
            _ = Task.Run(engine.Listen, CancellationToken.None); // for whoever looks at the jobs meanwhile
        return BatchConnection.ToLocal(new LocalConnectionSettings
        {
            Handler = engine.CreateHandler(),
            Endpoint = InProcess,
            Region = engine.Region,
            AccessKeyId = engine.Credentials.AccessKeyId,
            SecretAccessKey = engine.Credentials.SecretAccessKey,
            DataDirectory = engine.DataDirectory,
            Owned = engine,
        });
    }
}
