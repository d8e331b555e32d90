using System.Text;
using System.Text.RegularExpressions;
using BatchTools.LocalEngine.Ownership;

namespace BatchTools.LocalEngine.Running.Containers;

/// <summary>
/// Hands a container its variables by a file that only its user may read, for what stands on a command line is seen by everyone
/// on the machine. While the file is there, so may be the container: it tells the next engine what is left over.
/// </summary>
internal sealed partial class VariableFile : IDisposable
{
    private readonly string _file;

    /// <summary>Writes the file.</summary>
    /// <exception cref="AttemptStartException">A variable can not be handed over.</exception>
    public VariableFile(string folder, string container, IReadOnlyDictionary<string, string> variables)
    {
        _file = Path.Combine(folder, container);
        var lines = new StringBuilder();
        var inherited = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in variables)
        {
            if (!PlainName().IsMatch(name))
                throw new AttemptStartException($"a container cannot be given a variable of the name '{name}'");
            if (value.AsSpan().IndexOfAny('\n', '\r') < 0)
                lines.Append(name).Append('=').Append(value).Append('\n');
            else
                inherited.Add(name, value);
        }

        // The file has a line for each; other variables go through the tool's own environment, where some would steer the tool.
        if (inherited.Keys.FirstOrDefault(SteersTools().IsMatch) is { } steering)
            throw new AttemptStartException($"the variable '{steering}' has several lines, which a container cannot be given under this name");
        Inherited = inherited;
        Arguments = ["--env-file", _file, .. inherited.Keys.SelectMany(static name => new[] { "--env", name })];
        DataFolder.WritePrivate(_file, lines.ToString());
    }

    /// <summary>The arguments for podman or docker.</summary>
    public IReadOnlyList<string> Arguments { get; }

    /// <summary>Variables that the tool must have itself.</summary>
    public IReadOnlyDictionary<string, string> Inherited { get; }

    /// <summary>The container has its variables: the file stays, empty, for as long as it.</summary>
    public void Empty() => DataFolder.WritePrivate(_file, "");

    public void Dispose() => File.Delete(_file);

    [GeneratedRegex("^[A-Za-z_][A-Za-z0-9_.-]*$")]
    private static partial Regex PlainName();

    [GeneratedRegex("^(PATH|HOME|TMPDIR|USER|LD_|XDG_|CONTAINER|DOCKER|PODMAN|BUILDAH|STORAGE|REGISTRY|NOTIFY|LISTEN|GO(DEBUG|TRACE|MAX|GC|MEM)|SSL_|SSH_|DBUS_|_|.*PROXY|.*proxy)", RegexOptions.CultureInvariant)]
    private static partial Regex SteersTools();
}
