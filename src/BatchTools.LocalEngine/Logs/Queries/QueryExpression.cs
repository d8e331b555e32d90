namespace BatchTools.LocalEngine.Logs.Queries;

/// <summary>Works out a value for a row.</summary>
internal delegate QueryValue QueryExpression(QueryRow row);
