namespace BatchTools;

/// <summary>
/// The steps of one change, under one time limit: calls that are made again while the service is busy with the resource, and
/// waits until descriptions show what a call has done.
/// </summary>
/// <param name="connection">Where the resource is.</param>
/// <param name="name">The resource, for messages.</param>
/// <param name="limit">How long all steps may take together.</param>
internal sealed class ResourceSteps(BatchConnection connection, string name, TimeSpan limit)
{
    private readonly long _start = connection.TimeProvider.GetTimestamp();

    /// <summary>Makes a call; while the resource is being modified or still used, makes it again.</summary>
    /// <exception cref="BatchException">The call failed, or the resource stayed busy until the time was up.</exception>
    public async Task<T> CallAsync<T>(ServiceCall call, Func<CancellationToken, Task<T>> send, CancellationToken cancellationToken)
    {
        var interval = TimeSpan.Zero;
        while (true)
        {
            try
            {
                return await call.InvokeAsync(send, cancellationToken);
            }
            catch (BatchException busy) when (busy.ErrorId == nameof(Messages.ResourceBusy) && !IsOver)
            {
                interval = await PauseAsync(interval, cancellationToken);
            }
        }
    }

    /// <summary>Looks at the resource until it is as it should be.</summary>
    /// <param name="look">Looks; null: it is not there.</param>
    /// <param name="isDone">Whether it is as it should be; may throw where it never will be.</param>
    /// <param name="cancellationToken">Ends the waiting; what was begun goes on at the service.</param>
    /// <exception cref="BatchException">The time was up first.</exception>
    public async Task<T?> UntilAsync<T>(Func<CancellationToken, Task<T?>> look, Func<T?, bool> isDone, CancellationToken cancellationToken)
        where T : class, ILiving
    {
        var interval = TimeSpan.Zero;
        while (true)
        {
            var resource = await look(cancellationToken);
            if (isDone(resource))
                return resource;
            if (IsOver)
            {
                var status = resource is null ? "missing" : $"{resource.State} and {resource.Status}{Reason(resource)}";
                throw BatchException.For(nameof(Messages.ResourceNotReady), ErrorKind.Timeout, name, name, status, limit);
            }

            interval = await PauseAsync(interval, cancellationToken);
        }
    }

    /// <summary>Looks at a resource that was just created, which shows in descriptions only a moment later.</summary>
    /// <param name="look">Looks; null: it is not there yet.</param>
    /// <param name="wait">Whether to look until it is VALID.</param>
    /// <param name="cancellationToken">Ends the waiting; the resource is created all the same.</param>
    /// <exception cref="BatchException">It became INVALID, or the time was up first.</exception>
    public async Task<T> CreatedAsync<T>(Func<CancellationToken, Task<T?>> look, bool wait, CancellationToken cancellationToken)
        where T : class, ILiving => wait
        ? await UntilValidAsync(look, static _ => true, cancellationToken)
        : (await UntilAsync(look, static resource => resource is not null, cancellationToken))!;

    /// <summary>Looks at a resource until it is VALID.</summary>
    /// <exception cref="BatchException">It became INVALID or is being deleted, or the time was up first.</exception>
    public async Task<T> UntilValidAsync<T>(Func<CancellationToken, Task<T?>> look, Func<T, bool> isDone, CancellationToken cancellationToken)
        where T : class, ILiving => (await UntilAsync(look, resource => IsValid(resource) && isDone(resource!), cancellationToken))!;

    private bool IsValid<T>(T? resource)
        where T : class, ILiving => resource?.Status switch
    {
        ResourceStatus.INVALID or ResourceStatus.DELETING or ResourceStatus.DELETED => throw BatchException.For(
            nameof(Messages.ResourceInvalid), ErrorKind.Conflict, name, name, resource.Status, Reason(resource)),
        ResourceStatus.VALID => true,
        _ => false,
    };

    private static string Reason(ILiving resource) => resource.StatusReason is { Length: > 0 } reason ? $" ({reason})" : "";

    private bool IsOver => connection.TimeProvider.GetElapsedTime(_start) >= limit;

    private async Task<TimeSpan> PauseAsync(TimeSpan last, CancellationToken cancellationToken)
    {
        var interval = connection.Intervals.Next(last, changed: false, calls: 1);
        await Task.Delay(interval, connection.TimeProvider, cancellationToken);
        return interval;
    }
}
