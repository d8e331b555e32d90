namespace BatchTools.LocalEngine.Faults;

/// <summary>
/// Which faults an engine brings about on purpose, and how often: rates from 0 (never) to 1 (always). The same plan, seed and
/// order of requests bring about the same faults.
/// </summary>
public sealed record FaultPlan
{
    /// <summary>How many of the attempts lose their host: <c>Host EC2 (instance i-…) terminated.</c></summary>
    public double SpotRate { get; init; }

    /// <summary>The latest moment after its start at which an attempt loses its host; one that ends before is left alone. Default: as soon as it runs.</summary>
    public TimeSpan SpotWithin { get; init; }

    /// <summary>How many of the attempts stay in STARTING for a while.</summary>
    public double SlowStartRate { get; init; }

    /// <summary>How long a slow start takes at most. Default: 10 seconds.</summary>
    public TimeSpan SlowStartWithin { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How many of the requests are refused with TooManyRequestsException (429).</summary>
    public double ThrottleRate { get; init; }

    /// <summary>How many of the requests are refused with ServerException (500).</summary>
    public double ErrorRate { get; init; }

    /// <summary>How many of the requests are carried out without an answer: the connection is dropped.</summary>
    public double LostReplyRate { get; init; }

    /// <summary>How many of the requests are not carried out and have no answer: the connection is dropped at once.</summary>
    public double LostRequestRate { get; init; }

    /// <summary>Chooses which requests and attempts are met. Default: 0.</summary>
    public int Seed { get; init; }

    /// <summary>Reads a plan from text.</summary>
    /// <param name="text">
    /// Names with rates, separated by commas, such as <c>spot=0.05,throttle=0.1,lost-reply=0.02</c>. The names are spot, slow-start,
    /// throttle, error (also 5xx), lost-reply and lost-request. For spot and slow-start a time may follow the rate: <c>slow-start=0.2:30s</c>.
    /// </param>
    /// <param name="seed">Chooses which requests and attempts are met.</param>
    /// <exception cref="LocalEngineException">The text names an unknown fault, or a rate or time is none; the message says which are allowed.</exception>
    public static FaultPlan Parse(string text, int seed = 0) => FaultPlanText.Parse(text, new FaultPlan { Seed = seed });

    internal bool MeetsRequests => ThrottleRate > 0 || ErrorRate > 0 || LostReplyRate > 0 || LostRequestRate > 0;

    internal bool MeetsAttempts => SpotRate > 0 || SlowStartRate > 0;
}
