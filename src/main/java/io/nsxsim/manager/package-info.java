/**
 * The objects of the Manager API that are, in a real manager, another view of objects of the policy
 * tree: transport zones, edge clusters, transport nodes, profiles, certificates. The policy object
 * decides that one exists, its {@code unique_id} is the id on this side, and its revision is the
 * revision on this side; what it has no field for is kept in a row of its own beside it. So a
 * client that mixes both interfaces sees one world. All other objects of the Manager API are plain
 * kinds of the engine. May use {@code engine} and the leaves.
 */
@NullMarked
package io.nsxsim.manager;

import org.jspecify.annotations.NullMarked;
