namespace BatchTools.Aws.Wire;

/// <summary>Reads one value out of JSON.</summary>
/// <typeparam name="T">The value's type.</typeparam>
internal delegate T ReadValue<T>(ref WireReader reader);
