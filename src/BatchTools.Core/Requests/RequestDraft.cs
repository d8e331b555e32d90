using System.Text;
using BatchTools.WorkloadFiles;

namespace BatchTools.Requests;

/// <summary>A request of AWS's in the making: what a file or an object says, and members that are put over it one by one.</summary>
internal sealed class RequestDraft
{
    private readonly Type _shape;
    private readonly SourceProblems _problems;
    private readonly MemberNodes _nodes;
    private SourceNode _root;

    private RequestDraft(Type shape, SourceNode root, SourceProblems problems)
    {
        _shape = shape;
        _root = root;
        _problems = problems;
        _nodes = new(problems);
    }

    /// <summary>An empty one.</summary>
    public static RequestDraft Empty(Type shape) => new(shape, new SourceObject(null), new());

    /// <summary>What a JSON file says, in AWS's own shape.</summary>
    /// <exception cref="BatchException">The file cannot be read.</exception>
    public static RequestDraft OfFile(Type shape, string path)
    {
        var problems = new SourceProblems();
        return new(shape, SourceDocument.Load(path, problems).Root, problems);
    }

    /// <summary>What JSON text says, in AWS's own shape.</summary>
    /// <param name="shape">The class of the request.</param>
    /// <param name="text">The text.</param>
    /// <param name="name">What messages call it.</param>
    /// <exception cref="BatchException">The text is no JSON.</exception>
    public static RequestDraft OfText(Type shape, string text, string name)
    {
        var problems = new SourceProblems();
        return new(shape, SourceDocument.Parse(Encoding.UTF8.GetBytes(text), name, problems).Root, problems);
    }

    /// <summary>Whether requests have a member of that name, whatever its case.</summary>
    public static bool Has(Type shape, string name) => ShapeMembers.Of(shape).Any(member => member.WireName.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>What an object says, in AWS's own shape: dictionaries, lists and scalars.</summary>
    /// <param name="shape">The class of the request.</param>
    /// <param name="data">The data.</param>
    /// <param name="name">What messages call it.</param>
    public static RequestDraft OfData(Type shape, IEnumerable<KeyValuePair<string, object?>> data, string name)
    {
        var problems = new SourceProblems();
        return new(shape, new PlainNodes(problems).From(data, name), problems);
    }

    /// <summary>What a description of AWS's says, but for what the request does not take: ARNs, statuses, revisions.</summary>
    /// <param name="shape">The class of the request.</param>
    /// <param name="description">The description, as plain data in AWS's own shape.</param>
    public static RequestDraft OfDescription(Type shape, IReadOnlyDictionary<string, object?> description)
    {
        var problems = new SourceProblems();
        return new(shape, ShapePruning.Keep(new PlainNodes(problems).From(description, ""), shape), problems);
    }

    /// <summary>Puts a value at its place, over what is there.</summary>
    /// <param name="path">The place.</param>
    /// <param name="value">The value, as plain data; null takes the member away.</param>
    /// <exception cref="BatchException">The value is JSON text that cannot be read.</exception>
    public void Put(MemberPath path, object? value) => Put(path, value, over: true);

    /// <inheritdoc cref="Put(MemberPath, object?)"/>
    public void Put(string path, object? value) => Put(MemberPath.Parse(_shape, path), value);

    /// <summary>Puts a value at its place if nothing is there.</summary>
    /// <inheritdoc cref="Put(MemberPath, object?)"/>
    public void PutDefault(MemberPath path, object? value) => Put(path, value, over: false);

    /// <inheritdoc cref="PutDefault(MemberPath, object?)"/>
    public void PutDefault(string path, object? value) => PutDefault(MemberPath.Parse(_shape, path), value);

    /// <summary>The request.</summary>
    /// <param name="checkRequired">Whether a member that AWS requires must be there.</param>
    /// <param name="warn">Hears what is odd but not wrong.</param>
    /// <exception cref="BatchException">Something does not fit; all of it is told.</exception>
    public object Bind(bool checkRequired, Action<string> warn)
    {
        var request = new ShapeBinder(_problems, checkRequired).Bind(_root, _shape);
        _problems.ThrowIfAny();
        foreach (var warning in _problems.Warnings)
            warn(warning);
        return request;
    }

    private void Put(MemberPath path, object? value, bool over)
    {
        if (_root is SourceObject root)
            _root = Set(root, path, 0, _nodes.From(value, path.Key is null ? path.Target : typeof(string), path.ToString()), over);
    }

    private static SourceObject Set(SourceObject parent, MemberPath path, int depth, SourceNode value, bool over)
    {
        var name = path.Names[depth];
        var old = parent.FindLoosely(name);
        var child = depth < path.Names.Count - 1 ? Set(old?.Value as SourceObject ?? new SourceObject(null), path, depth + 1, value, over)
            : path.Key is not null ? SetEntry(old?.Value as SourceArray ?? new SourceArray(null), path, value, over)
            : over || old is null ? value
            : old.Value;
        var members = parent.Members.Where(member => member != old);
        return parent.With(old is null ? [.. members, new(name, null, child)] : [.. members, old with { Value = child }]);
    }

    private static SourceArray SetEntry(SourceArray list, MemberPath path, SourceNode value, bool over)
    {
        var keyed = KeyedList.Of(path.Target)!;
        var isThere = list.Items.Any(entry => keyed.KeyOf(entry) == path.Key);
        return isThere && !over ? list : list.With([.. list.Items.Where(entry => keyed.KeyOf(entry) != path.Key), keyed.Entry(path.Key!, value)]);
    }
}
