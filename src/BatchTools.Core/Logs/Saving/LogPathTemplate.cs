using System.Globalization;
using System.Text.RegularExpressions;

namespace BatchTools;

/// <summary>Makes the paths of logs' files out of a template.</summary>
internal sealed partial class LogPathTemplate
{
    private const string Workload = "workload";

    private static readonly Dictionary<string, Func<LogStream, string?>> Values = new(StringComparer.OrdinalIgnoreCase)
    {
        [Workload] = stream => stream.Job.Workload,
        ["name"] = stream => stream.Job.JobName,
        ["id"] = stream => stream.Job.JobId,
        // Where there is no index, the id keeps the files of jobs of one name apart.
        ["index"] = stream => (stream.Job.ArrayIndex ?? stream.Job.NodeIndex)?.ToString(CultureInfo.InvariantCulture) ?? stream.Job.JobId,
        ["attempt"] = stream => stream.Attempt.ToString(CultureInfo.InvariantCulture),
        ["container"] = stream => stream.Container ?? "default",
        ["queue"] = stream => stream.Job.JobQueue,
        ["definition"] = stream => stream.Job.JobDefinition,
    };

    private readonly string _template;
    private readonly bool _hasContainer;

    private LogPathTemplate(string template)
    {
        _template = template;
        _hasContainer = template.Contains("{container}", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Whether a path needs the workload of its job.</summary>
    public bool HasWorkload => _template.Contains($"{{{Workload}}}", StringComparison.OrdinalIgnoreCase);

    /// <summary>Reads a template.</summary>
    /// <exception cref="BatchException">It names something that is not known of a log.</exception>
    public static LogPathTemplate Read(string template)
    {
        foreach (Match match in Placeholder().Matches(template))
        {
            if (!Values.ContainsKey(match.Groups["name"].Value))
            {
                throw BatchException.For(
                    nameof(Messages.UnknownPlaceholder), ErrorKind.InvalidInput, template,
                    template, match.Value, string.Join(", ", Values.Keys.Select(name => $"{{{name}}}")));
            }
        }

        return new LogPathTemplate(template);
    }

    /// <summary>The path of a log's file, relative to the folder. The containers of one attempt never share one.</summary>
    /// <param name="stream">The log.</param>
    /// <param name="workload">The workload of its job, or of the array that its job is of; null if there is none.</param>
    public string PathOf(LogStream stream, string? workload)
    {
        var path = Placeholder().Replace(_template, match => Safe(
            match.Groups["name"].Value.Equals(Workload, StringComparison.OrdinalIgnoreCase)
                ? workload ?? "no-workload"
                : Values[match.Groups["name"].Value](stream) ?? ""));
        return stream.Container is { } container && !_hasContainer
            ? Path.ChangeExtension(path, $"{Safe(container)}{Path.GetExtension(path)}")
            : path;
    }

    // A name never leads to another folder, nor to a file that Windows cannot have.
    private static string Safe(string name)
    {
        var safe = UnsafeCharacters().Replace(name, "_");
        return safe.Trim('.', ' ').Length == 0 ? "_" : safe;
    }

    [GeneratedRegex(@"\{(?<name>[^{}]*)\}", RegexOptions.CultureInvariant)]
    private static partial Regex Placeholder();

    [GeneratedRegex("""[\x00-\x1f<>:"/\\|?*]""", RegexOptions.CultureInvariant)]
    private static partial Regex UnsafeCharacters();
}
