namespace BatchTools.LocalEngine.Logs.Queries;

/// <summary>A command of a query: rows in, rows out.</summary>
internal delegate IEnumerable<QueryRow> QueryStep(IEnumerable<QueryRow> rows);
