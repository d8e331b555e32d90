namespace BatchTools.ServiceModels.Models;

/// <summary>A named type of a service.</summary>
/// <param name="Name">Its name in the model.</param>
internal abstract record Shape(string Name);

/// <summary>An object with named members.</summary>
/// <param name="Name">Its name in the model.</param>
/// <param name="Members">Its members, in the model's order.</param>
/// <param name="IsException">Whether it is an error of the service.</param>
/// <param name="Status">The HTTP status of the error, where the model gives one.</param>
internal sealed record StructureShape(string Name, IReadOnlyList<Member> Members, bool IsException = false, int? Status = null) : Shape(Name);

/// <summary>A list.</summary>
/// <param name="Name">Its name in the model.</param>
/// <param name="Item">The name of its items' shape.</param>
/// <param name="Count">How many items it may hold.</param>
internal sealed record ListShape(string Name, string Item, Bounds Count) : Shape(Name);

/// <summary>A map with text keys.</summary>
/// <param name="Name">Its name in the model.</param>
/// <param name="Key">The name of its keys' shape.</param>
/// <param name="Value">The name of its values' shape.</param>
/// <param name="Count">How many entries it may hold.</param>
internal sealed record MapShape(string Name, string Key, string Value, Bounds Count) : Shape(Name);

/// <summary>Text.</summary>
/// <param name="Name">Its name in the model.</param>
/// <param name="Length">How many characters it may have.</param>
/// <param name="Pattern">The regular expression that all of it must match, or null.</param>
internal sealed record TextShape(string Name, Bounds Length, string? Pattern) : Shape(Name);

/// <summary>Text out of a set of values.</summary>
/// <param name="Name">Its name in the model.</param>
/// <param name="Values">The values, as they are on the wire.</param>
internal sealed record EnumShape(string Name, IReadOnlyList<string> Values) : Shape(Name);

/// <summary>A number.</summary>
/// <param name="Name">Its name in the model.</param>
/// <param name="Kind">Its width.</param>
/// <param name="Range">The values it may have.</param>
internal sealed record NumberShape(string Name, NumberKind Kind, Bounds Range) : Shape(Name);

/// <summary>A truth value.</summary>
/// <param name="Name">Its name in the model.</param>
internal sealed record BooleanShape(string Name) : Shape(Name);

/// <summary>A moment; in JSON bodies a number of seconds since 1970.</summary>
/// <param name="Name">Its name in the model.</param>
internal sealed record TimestampShape(string Name) : Shape(Name);
