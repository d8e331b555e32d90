namespace BatchTools.LocalEngine.Api;

/// <summary>An operation of a service, and how a call of it is carried out.</summary>
/// <typeparam name="TApi">The service's class.</typeparam>
/// <param name="Name">The operation's name.</param>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The path, with labels in braces.</param>
/// <param name="InvokeAsync">Reads and checks the input, calls the service and writes the answer.</param>
internal sealed record OperationRoute<TApi>(
    string Name,
    string Method,
    string Path,
    Func<TApi, OperationCall, CancellationToken, Task<ServiceReply>> InvokeAsync);
