namespace BatchTools.PowerShell.Session;

/// <summary>Finds connections by name.</summary>
internal static class ConnectionNames
{
    /// <summary>The connection of that name, whatever its case.</summary>
    /// <exception cref="BatchException">No open connection has the name.</exception>
    public static BatchConnection Find(string name, IReadOnlyList<BatchConnection> open) =>
        open.FirstOrDefault(connection => connection.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) ?? throw NotFound(name, open);

    /// <summary>Says that no connection has the name, and which there are.</summary>
    public static BatchException NotFound(string name, IReadOnlyList<BatchConnection> open) => BatchException.For(
        nameof(Messages.ConnectionNotFound),
        ErrorKind.NotFound,
        name,
        name,
        open.Count == 0 ? "none" : string.Join(", ", open.Select(connection => connection.Name)));
}
