using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace BatchTools;

/// <summary>
/// Writes the POSIX shell script that sets the values of a point, from the index of the array child or from its place in a chunk,
/// and then runs a command with them: as environment variables, and in place of <c>Ref::name</c>.
/// </summary>
/// <param name="table">The points.</param>
/// <param name="command">The command, whose references may name parameters of the points or others.</param>
/// <param name="parameters">The values of the references that are the same for all points.</param>
internal sealed class PointScript(PointTable table, IReadOnlyList<string> command, IReadOnlyDictionary<string, string> parameters)
{
    /// <summary>The script for an array job whose children compute a point each.</summary>
    public string OnePoint() => string.Concat(
        Functions(), table.Indexes.Assign("AWS_BATCH_JOB_ARRAY_INDEX"), "\n", Columns(), "exec ", Command());

    /// <summary>
    /// The script for jobs that compute several points one after the other. All have their turn; the exit code is that of the first
    /// that failed.
    /// </summary>
    /// <param name="size">The points of a job.</param>
    /// <param name="count">The points of all jobs.</param>
    /// <param name="isArray">Whether there are several jobs, children of an array.</param>
    public string Chunk(int size, int count, bool isArray)
    {
        var job = isArray ? "AWS_BATCH_JOB_ARRAY_INDEX" : "0";
        return string.Create(CultureInfo.InvariantCulture, $$"""
            {{Functions()}}_k=$(({{job}}*{{size}}))
            _n=$((_k+{{size}}))
            [ $_n -le {{count}} ]||_n={{count}}
            _e=0
            trap 'kill $_c;wait $_c;exit 143' TERM
            while [ $_k -lt $_n ];do
            {{table.Indexes.Assign("_k")}}
            {{Columns()}}{{Command()}}&
            _c=$!;wait $_c||{ _s=$?;echo "batchtools: point $_i ended with exit code $_s">&2;[ $_e -ne 0 ]||_e=$_s;}
            _k=$((_k+1))
            done
            exit $_e
            """);
    }

    private string Functions() => string.Concat(
        table.Columns.Any(column => column.Values is ListedValues) ? ListedValues.Function + "\n" : "",
        table.Columns.Any(column => column.Values is ProgressionValues { AreWhole: false }) ? ProgressionValues.Function + "\n" : "",
        table.Indexes.IsOneRun ? "" : PointIndexes.Function + "\n");

    private string Columns() => string.Concat(table.Columns.Select((column, number) => column.Assign(number) + "\n"));

    // The variables are set by env, past the shell, to which some names mean something.
    private string Command()
    {
        var variables = table.Columns
            .Select((column, number) => (column.Name, number))
            .Where(column => SweepPoint.IsVariableName(column.Name))
            .Select(column => string.Create(CultureInfo.InvariantCulture, $"{column.Name}=\"$_{column.number}\""));
        return string.Join(' ', ["env", .. variables, .. command.Select(Argument)]);
    }

    private string Argument(string argument)
    {
        var word = new StringBuilder();
        var fixedText = new StringBuilder();
        var copied = 0;
        foreach (Match reference in ParameterReferences.Reference().Matches(argument))
        {
            fixedText.Append(argument, copied, reference.Index - copied);
            copied = reference.Index + reference.Length;
            var name = reference.Groups["name"].Value;
            if (Number(name) is { } number)
            {
                word.Append(Fixed(fixedText)).Append(CultureInfo.InvariantCulture, $"\"$_{number}\"");
                fixedText.Clear();
            }
            else if (parameters.TryGetValue(name, out var value))
            {
                fixedText.Append(value);
            }
            else
            {
                // Left for the check of the request to find, which no quoted reference is.
                word.Append(Fixed(fixedText)).Append(reference.Value);
                fixedText.Clear();
            }
        }

        fixedText.Append(argument, copied, argument.Length - copied);
        return word.Append(Fixed(fixedText)) is { Length: > 0 } whole ? whole.ToString() : "''";
    }

    private int? Number(string name)
    {
        for (var number = 0; number < table.Columns.Count; number++)
        {
            if (table.Columns[number].Name == name)
                return number;
        }

        return null;
    }

    private static string Fixed(StringBuilder text) => text.Length == 0 ? "" : ShellWord.Quote(text.ToString());
}
