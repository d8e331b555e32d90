using Amazon.Batch;
using Amazon.CloudWatch;
using Amazon.CloudWatchLogs;
using Amazon.EC2;
using Amazon.Pricing;

namespace BatchTools;

/// <summary>A connection to AWS Batch or to a local engine. Objects carry the connection that they came from.</summary>
public sealed class BatchConnection : IAsyncDisposable
{
    private readonly ServiceClients _clients;
    private readonly IAsyncDisposable? _owned;
    private string? _place;

    internal BatchConnection(
        ServiceClients clients,
        PollingIntervals intervals,
        CallRate submissionRate,
        CallRate logRate,
        TimeProvider timeProvider,
        IAsyncDisposable? owned = null)
    {
        _clients = clients;
        _owned = owned;
        Intervals = intervals;
        SubmissionRate = submissionRate;
        LogRate = logRate;
        TimeProvider = timeProvider;
        ConnectedAt = timeProvider.GetLocalNow().DateTime;
    }

    /// <summary>A short name: local, or the profile's name, or default.</summary>
    public required string Name { get; init; }

    /// <summary>What the connection leads to.</summary>
    public required BatchConnectionKind Kind { get; init; }

    /// <summary>The AWS Region.</summary>
    public required string Region { get; init; }

    /// <summary>The address that is called in place of the Region's own; null: the Region's own.</summary>
    public Uri? Endpoint { get; init; }

    /// <summary>The AWS profile; null if none is used.</summary>
    public string? ProfileName { get; init; }

    /// <summary>The data folder of the local engine; null for AWS.</summary>
    public string? DataDirectory { get; init; }

    /// <summary>When the connection was made, in local time.</summary>
    public DateTime ConnectedAt { get; }

    /// <summary>AWS Batch, with retries; for everything but submissions.</summary>
    internal IAmazonBatch Batch => _clients.Batch;

    /// <summary>AWS Batch without any retry, for submissions: SubmitJob has no token that would make a second one harmless.</summary>
    internal IAmazonBatch Submission => _clients.Submission;

    /// <summary>CloudWatch Logs, with retries.</summary>
    internal IAmazonCloudWatchLogs Logs => _clients.Logs;

    /// <summary>Amazon EC2, with retries.</summary>
    internal IAmazonEC2 EC2 => _clients.EC2.Value;

    /// <summary>AWS's price list, with retries.</summary>
    internal IAmazonPricing Pricing => _clients.Pricing.Value;

    /// <summary>Amazon CloudWatch, with retries.</summary>
    internal IAmazonCloudWatch CloudWatch => _clients.CloudWatch.Value;

    /// <summary>Instance types and prices, kept for a while.</summary>
    internal InstanceMarket Market => field ??= new(this);

    /// <summary>What was looked up of prices for estimates of cost.</summary>
    internal MarketPrices Prices => field ??= new(this);

    /// <summary>The clock that everything on this connection goes by.</summary>
    internal TimeProvider TimeProvider { get; }

    /// <summary>How often the state of jobs is asked for.</summary>
    internal PollingIntervals Intervals { get; }

    /// <summary>The pace of submissions, shared by all operations on this connection.</summary>
    internal CallRate SubmissionRate { get; }

    /// <summary>The pace of reading logs, shared by all operations on this connection.</summary>
    internal CallRate LogRate { get; }

    /// <summary>Whether the service was seen not to have the operations that stop many jobs in one call.</summary>
    internal bool LacksBulkStop { get; set; }

    /// <summary>Status calls, which go before submissions.</summary>
    internal StatusFirst StatusFirst { get; } = new();

    /// <summary>
    /// Where the journals of submissions are: with the engine's data, or in the user's folder (BATCHTOOLS_HOME, else
    /// ~/.batchtools).
    /// </summary>
    internal string JournalDirectory
    {
        get => field ??= Path.Combine(DataDirectory ?? UserFolder(), "journal");
        init;
    }

    /// <summary>What the connection leads to, in words, for messages.</summary>
    internal string Service => Kind == BatchConnectionKind.Local ? "The local engine" : $"AWS in {Region}";

    /// <summary>Connects to AWS, finding Region and credentials; calls no service of AWS Batch yet.</summary>
    /// <param name="settings">How to connect.</param>
    /// <returns>The connection.</returns>
    /// <exception cref="BatchException">There is no Region, no credentials, or no such profile.</exception>
    public static BatchConnection ToAws(AwsConnectionSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var endpoints = ConfiguredEndpoints.For(settings);
        var region = AwsIdentity.Region(settings);
        return new BatchConnection(
            ServiceClients.ForAws(AwsIdentity.Credentials(settings), region, endpoints),
            PollingIntervals.ForAws,
            CallRate.ForSubmissions(TimeProvider.System),
            CallRate.ForLogs(TimeProvider.System),
            TimeProvider.System)
        {
            Name = AwsIdentity.ProfileName(settings) ?? "default",
            Kind = BatchConnectionKind.Aws,
            Region = region.SystemName,
            Endpoint = endpoints.Batch,
            ProfileName = AwsIdentity.ProfileName(settings),
        };
    }

    /// <summary>Connects to a local engine.</summary>
    /// <param name="settings">How to connect.</param>
    /// <returns>The connection.</returns>
    public static BatchConnection ToLocal(LocalConnectionSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return new BatchConnection(
            ServiceClients.ForLocal(settings),
            PollingIntervals.ForLocal,
            CallRate.Unlimited(TimeProvider.System),
            CallRate.Unlimited(TimeProvider.System),
            TimeProvider.System,
            settings.Owned)
        {
            Name = "local",
            Kind = BatchConnectionKind.Local,
            Region = settings.Region,
            Endpoint = settings.Endpoint,
            DataDirectory = settings.DataDirectory,
        };
    }

    /// <summary>What tells the jobs of this connection from those of others: account, Region and endpoint.</summary>
    internal async Task<string> PlaceAsync(CancellationToken cancellationToken) =>
        _place ??= Kind == BatchConnectionKind.Local ? "local" : await JobPlace.OfAwsAsync(this, cancellationToken);

    /// <summary>Ends the connection, and an engine that belongs to it.</summary>
    /// <returns>A task that ends when everything is released.</returns>
    public async ValueTask DisposeAsync()
    {
        _clients.Dispose();
        if (_owned is not null)
            await _owned.DisposeAsync();
    }

    /// <summary>Gives the name of the connection.</summary>
    /// <returns>The name.</returns>
    public override string ToString() => Name;

    private static string UserFolder() => Environment.GetEnvironmentVariable("BATCHTOOLS_HOME") is { Length: > 0 } home
        ? home
        : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".batchtools");
}
