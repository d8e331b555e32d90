namespace BatchTools;

/// <summary>Keeps what was looked up for a while, so that it is looked up once by all who need it then.</summary>
/// <typeparam name="T">What is looked up.</typeparam>
/// <param name="timeProvider">The clock.</param>
/// <param name="life">How long it is kept.</param>
internal sealed class ShortLived<T>(TimeProvider timeProvider, TimeSpan life)
    where T : class
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private T? _value;
    private DateTimeOffset _until;

    /// <summary>What was looked up, or is looked up now. A look-up that fails is not kept.</summary>
    public async Task<T> GetAsync(Func<CancellationToken, Task<T>> lookUp, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            if (_value is null || timeProvider.GetUtcNow() >= _until)
            {
                _value = await lookUp(cancellationToken);
                _until = timeProvider.GetUtcNow() + life;
            }

            return _value;
        }
        finally
        {
            _gate.Release();
        }
    }
}
