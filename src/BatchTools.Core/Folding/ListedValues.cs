namespace BatchTools;

/// <summary>Values that a script lists, one after the other.</summary>
/// <param name="values">The values.</param>
internal sealed class ListedValues(IReadOnlyList<string> values) : ColumnValues
{
    /// <summary>The function that picks one of its arguments by the place in the first.</summary>
    public const string Function = "_v(){ shift $(($1+1));_x=$1;}";

    /// <inheritdoc/>
    public override string At(int place) => values[place];

    /// <inheritdoc/>
    public override string Assign(string place, int number) => $"_v $(({place})) {string.Join(' ', values.Select(ShellWord.Quote))};_{number}=$_x";
}
