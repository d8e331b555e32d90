using System.Collections.Concurrent;
using System.Reflection;

namespace BatchTools.Tests;

/// <summary>Stands in for a service's client: answers by request type, and records every call.</summary>
public class ServiceStandIn : DispatchProxy
{
    private readonly ConcurrentDictionary<Type, Func<object, CancellationToken, Task<object>>> _answers = [];
    private readonly ConcurrentQueue<object> _requests = [];

    /// <summary>The requests so far, in order.</summary>
    public IReadOnlyList<object> Requests => [.. _requests];

    /// <summary>A client whose calls go to a stand-in.</summary>
    public static (TClient Client, ServiceStandIn StandIn) Make<TClient>()
        where TClient : class
    {
        var client = Create<TClient, ServiceStandIn>();
        return (client, (ServiceStandIn)(object)client);
    }

    /// <summary>Sets the answer to a type of requests.</summary>
    public void On<TRequest, TResponse>(Func<TRequest, TResponse> answer)
        where TResponse : notnull =>
        _answers[typeof(TRequest)] = (request, _) => Task.FromResult<object>(answer((TRequest)request));

    /// <summary>Sets the answer to a type of requests.</summary>
    public void On<TRequest, TResponse>(Func<TRequest, CancellationToken, Task<TResponse>> answer)
        where TResponse : notnull =>
        _answers[typeof(TRequest)] = async (request, cancellationToken) => await answer((TRequest)request, cancellationToken);

    /// <summary>How often a type of requests came.</summary>
    public int Count<TRequest>() => _requests.OfType<TRequest>().Count();

    /// <inheritdoc/>
    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        if (targetMethod!.Name == nameof(IDisposable.Dispose))
            return null;
        var request = args![0]!;
        _requests.Enqueue(request);
        var result = targetMethod.ReturnType.GetGenericArguments()[0];
        return GetType().GetMethod(nameof(AnswerAsync), BindingFlags.Instance | BindingFlags.NonPublic)!
            .MakeGenericMethod(result).Invoke(this, [request, args[1]]);
    }

    protected async Task<T> AnswerAsync<T>(object request, CancellationToken cancellationToken)
    {
        await Task.Yield();
        cancellationToken.ThrowIfCancellationRequested();
        return _answers.TryGetValue(request.GetType(), out var answer)
            ? (T)await answer(request, cancellationToken)
            : throw new InvalidOperationException($"No answer was set for {request.GetType().Name}.");
    }
}
