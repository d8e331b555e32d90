namespace BatchTools.LocalEngine.Scheduling.Plans;

/// <summary>How much a job needs of a consumable resource.</summary>
/// <param name="Resource">Its name or ARN.</param>
/// <param name="Quantity">How much.</param>
internal readonly record struct ConsumableNeed(string Resource, long Quantity);
