namespace BatchTools;

/// <summary>Looks at a resource after it was created, and waits until it is ready if that is asked for.</summary>
internal sealed class ReadyResource<T>(
    BatchConnection connection,
    Func<CancellationToken, Task<T?>> find,
    Func<T, (ResourceStatus Status, string? Reason)> statusOf)
    where T : class
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(10);

    /// <summary>The resource as it is, or once it is VALID.</summary>
    /// <exception cref="BatchException">It became INVALID or vanished, or took too long.</exception>
    public async Task<T> GetAsync(string name, bool wait, CancellationToken cancellationToken)
    {
        var clock = connection.TimeProvider;
        var start = clock.GetTimestamp();
        var interval = TimeSpan.Zero;
        while (true)
        {
            // A creation shows in descriptions only a moment later.
            var resource = await find(cancellationToken);
            if (resource is not null)
            {
                var (status, reason) = statusOf(resource);
                if (!wait || status == ResourceStatus.VALID)
                    return resource;
                if (status is ResourceStatus.INVALID or ResourceStatus.DELETING or ResourceStatus.DELETED)
                    throw BatchException.For(nameof(Messages.ResourceInvalid), ErrorKind.Conflict, name, name, status, reason is null ? "" : $" ({reason})");
            }

            if (clock.GetElapsedTime(start) > Limit)
            {
                throw BatchException.For(
                    nameof(Messages.ResourceNotReady), ErrorKind.Timeout, name, name,
                    resource is null ? "missing" : statusOf(resource).Status.ToString(), Limit);
            }

            interval = connection.Intervals.Next(interval, changed: false, calls: 1);
            await Task.Delay(interval, clock, cancellationToken);
        }
    }
}
