namespace BatchTools;

/// <summary>The values of a parameter by place.</summary>
internal abstract class ColumnValues
{
    /// <summary>The value at a place.</summary>
    public abstract string At(int place);

    /// <summary>What sets the shell variable of a number to the value at a place.</summary>
    /// <param name="place">The arithmetic that gives the place.</param>
    /// <param name="number">The number of the variable.</param>
    public abstract string Assign(string place, int number);
}
