using System.Collections.Concurrent;

namespace BatchTools.LocalEngine.Faults;

/// <summary>
/// Decides which requests meet a fault. The n-th call of an operation is always met alike, however many calls of other
/// operations, such as a client's polling, come in between.
/// </summary>
internal sealed class RequestFaults(FaultPlan plan)
{
    private readonly ConcurrentDictionary<string, int> _calls = new(StringComparer.Ordinal);

    public RequestFault Next(string operation)
    {
        if (!plan.MeetsRequests)
            return RequestFault.None;
        var call = $"{operation}#{_calls.AddOrUpdate(operation, 1, static (_, count) => count + 1)}";
        if (Falls(plan.ThrottleRate, "throttle", call))
            return RequestFault.Throttle;
        if (Falls(plan.ErrorRate, "error", call))
            return RequestFault.Error;
        if (Falls(plan.LostRequestRate, "lost-request", call))
            return RequestFault.LostRequest;
        return Falls(plan.LostReplyRate, "lost-reply", call) ? RequestFault.LostReply : RequestFault.None;
    }

    /// <summary>What a request is counted as: its operation, not what it is about.</summary>
    public static string Operation(EngineRequest request)
    {
        foreach (var (name, value) in request.Headers)
        {
            if (name.Equals("X-Amz-Target", StringComparison.OrdinalIgnoreCase))
                return value;
        }

        // A tag operation's path goes on with the ARN.
        var end = request.Target.IndexOfAny(['/', '?'], Math.Min(request.Target.Length, "/v1/".Length));
        return $"{request.Method} {(end < 0 ? request.Target : request.Target[..end])}";
    }

    private bool Falls(double rate, string fault, string call) => rate > 0 && SeededDraw.Unit(plan.Seed, $"{fault} {call}") < rate;
}
