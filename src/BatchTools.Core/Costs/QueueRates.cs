namespace BatchTools;

/// <summary>What an hour of a job costs in the environments of its queue.</summary>
/// <param name="connection">The connection to look in.</param>
/// <param name="environments">The environments of queues.</param>
internal sealed class QueueRates(BatchConnection connection, QueueEnvironments environments)
{
    private readonly Dictionary<(string Queue, JobNeeds Needs, long? Jobs), IReadOnlyList<HourlyRate>> _rates = [];

    /// <summary>A rate for each environment that the job may run in; what cannot be looked up is said in it.</summary>
    /// <param name="queue">The queue.</param>
    /// <param name="needs">What the job takes.</param>
    /// <param name="jobs">How many such jobs there are to fill an instance; null: the part that the job takes is all that counts.</param>
    /// <param name="cancellationToken">Ends the look-up.</param>
    public async Task<IReadOnlyList<HourlyRate>> OfAsync(string queue, JobNeeds needs, long? jobs, CancellationToken cancellationToken)
    {
        if (_rates.TryGetValue((queue, needs, jobs), out var known))
            return known;
        var rates = new List<HourlyRate>();
        try
        {
            foreach (var environment in await environments.OfAsync(queue, cancellationToken))
            {
                if (await AttemptAsync(environment, needs, jobs, cancellationToken) is var rate && !rates.Contains(rate))
                    rates.Add(rate);
            }
        }
        catch (BatchException error)
        {
            rates.Add(HourlyRate.Unknown($"the compute environments of the queue '{queue}': {error.Message}"));
        }

        if (rates.Count == 0)
            rates.Add(HourlyRate.Unknown($"an enabled compute environment of the queue '{queue}'"));
        return _rates[(queue, needs, jobs)] = rates;
    }

    // Who may not read prices gets all else of a plan.
    private async Task<HourlyRate> AttemptAsync(ComputeEnvironment environment, JobNeeds needs, long? jobs, CancellationToken cancellationToken)
    {
        try
        {
            return await RateAsync(environment, needs, jobs, cancellationToken);
        }
        catch (BatchException error)
        {
            return HourlyRate.Unknown($"the prices of the compute environment '{environment}': {error.Message}");
        }
    }

    private async Task<HourlyRate> RateAsync(ComputeEnvironment environment, JobNeeds needs, long? jobs, CancellationToken cancellationToken) =>
        environment.ResourceType switch
        {
            ComputeResourceType.FARGATE or ComputeResourceType.FARGATE_SPOT => FargateRate.Of(
                needs, environment.ResourceType == ComputeResourceType.FARGATE_SPOT, await connection.Prices.FargateAsync(cancellationToken)),
            ComputeResourceType.EC2 or ComputeResourceType.SPOT => await new InstanceRate(connection.Prices).OfAsync(
                environment.InstanceTypes, environment.ResourceType == ComputeResourceType.SPOT, needs, jobs, cancellationToken),
            _ => HourlyRate.Unknown($"what the compute environment '{environment}' is made of"),
        };
}
