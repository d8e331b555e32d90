namespace BatchTools.LocalEngine.Logs.Filtering;

/// <summary>Conditions joined by <c>&amp;&amp;</c>, which binds closer, and <c>||</c>, with parentheses.</summary>
internal static class FilterConditions
{
    /// <summary>Reads conditions.</summary>
    /// <param name="scanner">The pattern.</param>
    /// <param name="readOne">Reads a single condition.</param>
    public static Predicate<T> Read<T>(FilterScanner scanner, Func<FilterScanner, Predicate<T>> readOne)
    {
        List<Predicate<T>> any = [ReadAll(scanner, readOne)];
        while (scanner.TryTake("||"))
            any.Add(ReadAll(scanner, readOne));
        return any is [var only] ? only : value => any.Exists(condition => condition(value));
    }

    private static Predicate<T> ReadAll<T>(FilterScanner scanner, Func<FilterScanner, Predicate<T>> readOne)
    {
        List<Predicate<T>> all = [ReadUnit(scanner, readOne)];
        while (scanner.TryTake("&&"))
            all.Add(ReadUnit(scanner, readOne));
        return all is [var only] ? only : value => all.TrueForAll(condition => condition(value));
    }

    private static Predicate<T> ReadUnit<T>(FilterScanner scanner, Func<FilterScanner, Predicate<T>> readOne)
    {
        if (!scanner.TryTake("("))
            return readOne(scanner);
        var inner = Read(scanner, readOne);
        scanner.Take(")");
        return inner;
    }
}
