namespace BatchTools.LocalEngine.Api;

/// <summary>How a protocol's forms name members and the items of lists.</summary>
internal enum FormStyle
{
    /// <summary>Members by their names; lists as <c>Name.member.1</c>, or with the item's name in place of <c>member</c>.</summary>
    Query,

    /// <summary>Members by their names with a capital first letter; lists as <c>Name.1</c>.</summary>
    Ec2,
}
