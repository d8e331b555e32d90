namespace BatchTools.LocalEngine;

/// <summary>Where a running engine serves, and the key that it accepts.</summary>
/// <param name="Address">The endpoint, such as <c>http://127.0.0.1:8042/</c>.</param>
/// <param name="Credentials">The key pair of its data folder.</param>
/// <param name="ProcessId">The process that owns the data folder.</param>
/// <param name="Owner">What the owner calls itself.</param>
public sealed record LocalEngineAddress(Uri Address, EngineCredentials Credentials, int ProcessId, string Owner);
