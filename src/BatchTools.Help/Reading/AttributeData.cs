using System.Reflection;

namespace BatchTools.Help.Reading;

/// <summary>Reads attributes as data: in a metadata context none is ever created.</summary>
internal static class AttributeData
{
    /// <summary>Finds the first attribute of a type name.</summary>
    public static CustomAttributeData? FindAttribute(this MemberInfo member, string fullName) =>
        member.GetCustomAttributesData().FirstOrDefault(attribute => attribute.AttributeType.FullName == fullName);

    /// <summary>Reads a named argument; the type's default where it is not given.</summary>
    public static T? Named<T>(this CustomAttributeData attribute, string name) =>
        attribute.NamedArguments.Where(argument => argument.MemberName == name).Select(argument => (T?)argument.TypedValue.Value).FirstOrDefault();

    /// <summary>Reads the strings of the first constructor argument.</summary>
    public static IEnumerable<string> Strings(this CustomAttributeData? attribute) => attribute is null
        ? []
        : ((IReadOnlyList<CustomAttributeTypedArgument>)attribute.ConstructorArguments[0].Value!).Select(argument => (string)argument.Value!);
}
